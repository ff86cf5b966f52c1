declare module 'virtual:locale/*' {
  export const texts: Record<string, Record<string, unknown>>;
}
