/** The time of day; tests set it. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
