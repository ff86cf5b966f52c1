import { Button, FileButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';

/** Asks for picture files; on a phone also for the camera. */
export function PictureButton({
  label,
  isPending,
  onPick,
}: {
  label: string;
  isPending: boolean;
  onPick: (files: readonly File[]) => void;
}) {
  return (
    <FileButton onChange={onPick} accept="image/*" multiple inputProps={{ 'aria-label': label }}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          size="compact-md"
          loading={isPending}
          leftSection={<IconPhotoPlus size={16} aria-hidden />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  );
}
