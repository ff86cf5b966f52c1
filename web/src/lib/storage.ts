/** The browser's storage where there is one; private windows and full disks must not break a page. */
export const storage = {
  read<T>(key: string): T | null {
    try {
      const text = localStorage.getItem(`dragoman:${key}`);
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown): void {
    try {
      if (value === null || value === undefined) localStorage.removeItem(`dragoman:${key}`);
      else localStorage.setItem(`dragoman:${key}`, JSON.stringify(value));
    } catch {
      // Full or forbidden: the server keeps what matters.
    }
  },
};
