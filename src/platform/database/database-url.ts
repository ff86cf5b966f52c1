/** Where the database is; a class so that Nest can inject it. */
export class DatabaseUrl {
  constructor(readonly value: string) {}
}
