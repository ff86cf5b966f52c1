import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Contact, getContact, updateContact } from '../../../../libs/contracts/contacts.ts';
import { Picker } from '../../components/picker.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { countryCodes } from '../../lib/country-codes.ts';
import { countryName, languageName } from '../../lib/format.ts';
import { keyOf } from '../../lib/query.ts';
import { useLanguageOptions } from '../tickets/index.ts';
import styles from './contact-form.module.css';

/** Corrects what is known of a buyer; what a person says here outranks later guesses. */
export function ContactForm({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t, i18n } = useTranslation(['contacts', 'app']);
  const client = useQueryClient();
  const errorText = useErrorText();
  const [values, setValues] = useState({
    name: contact.name,
    company: contact.company ?? '',
    language: contact.language,
    country: contact.country,
    notes: contact.notes,
  });
  const save = useMutation({
    mutationFn: () =>
      call(updateContact, { params: { id: contact.id }, body: { ...values, company: values.company.trim() || null } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keyOf(getContact) });
      onClose();
    },
  });
  const languages = useLanguageOptions(contact.language ? [contact.language] : []);
  const countries = countryCodes.map((code) => ({
    value: code,
    label: countryName(code, i18n.language),
    keywords: code,
  }));
  return (
    <Modal opened onClose={onClose} title={t('edit')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form
        className={styles.form}
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          label={t('name')}
          value={values.name}
          required
          data-autofocus
          onChange={(e) => setValues({ ...values, name: e.currentTarget.value })}
        />
        <TextInput
          label={t('company')}
          value={values.company}
          onChange={(e) => setValues({ ...values, company: e.currentTarget.value })}
        />
        <div className={styles.pickers}>
          <Picker
            label={t('language')}
            options={languages}
            selected={[values.language]}
            onChoose={(language) => setValues({ ...values, language })}
          >
            {values.language ? languageName(values.language, i18n.language) : t('language')}
          </Picker>
          <Picker
            label={t('country')}
            options={countries}
            selected={[values.country]}
            onChoose={(country) => setValues({ ...values, country })}
          >
            {values.country ? countryName(values.country, i18n.language) : t('country')}
          </Picker>
        </div>
        <Textarea
          label={t('notes')}
          value={values.notes}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(e) => setValues({ ...values, notes: e.currentTarget.value })}
        />
        {save.error && (
          <p role="alert" className={styles.error}>
            {errorText(save.error)}
          </p>
        )}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('app:save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
