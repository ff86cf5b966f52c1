import { type Command, CommandBook, spellingsOf } from './commands.ts';

const press = (
  key: string,
  more: Partial<KeyboardEventInit> = {},
  target: EventTarget = document.body,
): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, code: '', bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, 'target', { value: target });
  return event;
};
const command = (id: string, keys: string[], ran: string[], more: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'move',
  keys,
  run: () => ran.push(id),
  ...more,
});

describe('keys', () => {
  it('are found by their place on keyboards that type other scripts', () => {
    const cyrillic = { key: 'о', code: 'KeyJ', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(spellingsOf(cyrillic)).toContain('j');
    expect(spellingsOf({ ...cyrillic, key: '.', code: 'Slash' })).toContain('/');
    expect(spellingsOf({ ...cyrillic, key: 'z', code: 'KeyY' })).toEqual(['z']);
  });

  it('say which modifiers are held, and shift only where it changes the meaning', () => {
    const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(spellingsOf({ ...none, key: 'k', metaKey: true })).toEqual(['mod+k']);
    expect(spellingsOf({ ...none, key: 'A', shiftKey: true })).toEqual(['shift+a']);
    expect(spellingsOf({ ...none, key: '?', shiftKey: true })).toEqual(['?']);
    expect(spellingsOf({ ...none, key: ' ' })).toEqual(['Space']);
  });
});

describe('the book of commands', () => {
  it('runs the command of a key, the newest first, until it is taken back', () => {
    const [book, ran] = [new CommandBook(), [] as string[]];
    book.register([command('page', ['j'], ran)]);
    const top = book.register([command('dialog', ['j'], ran)]);
    expect(book.press(press('j'))).toBe(true);
    top.remove();
    book.press(press('j'));
    expect(ran).toEqual(['dialog', 'page']);
  });

  it('runs sequences, and forgets a first key that nothing follows', () => {
    const [book, ran] = [new CommandBook(), [] as string[]];
    book.register([command('inbox', ['g i'], ran), command('info', ['i'], ran)]);
    book.press(press('g'));
    book.press(press('i'));
    book.press(press('i'));
    expect(ran).toEqual(['inbox', 'info']);
  });

  it('leaves letters to whoever types, chords not', () => {
    const [book, ran, field] = [new CommandBook(), [] as string[], document.createElement('textarea')];
    book.register([command('next', ['j'], ran), command('palette', ['mod+k'], ran)]);
    expect(book.press(press('j', {}, field))).toBe(false);
    expect(book.press(press('k', { ctrlKey: true }, field))).toBe(true);
    expect(ran).toEqual(['palette']);
  });

  it('stays silent while a word is being composed, inside menus, and for what is switched off', () => {
    const [book, ran, item] = [new CommandBook(), [] as string[], document.createElement('div')];
    const menu = document.createElement('div');
    menu.setAttribute('role', 'menu');
    menu.append(item);
    book.register([command('next', ['j'], ran), command('off', ['x'], ran, { isEnabled: false })]);
    book.press(press('j', { isComposing: true }));
    book.press(press('j', {}, item));
    book.press(press('x'));
    expect(ran).toEqual([]);
    expect(book.all().map((c) => c.id)).toEqual(['next']);
  });

  it('lets Enter press a button that has the focus', () => {
    const [book, ran] = [new CommandBook(), [] as string[]];
    book.register([command('open', ['Enter'], ran)]);
    expect(book.press(press('Enter', {}, document.createElement('button')))).toBe(false);
    expect(book.press(press('Enter'))).toBe(true);
  });
});
