/** The version a company's own change makes of a pack: 1.0.0 → 1.0.0+1 → 1.0.0+2 */
export function nextPackVersion(version: string): string {
  const [base, own = '0'] = version.split('+');
  return `${base}+${Number(own) + 1}`;
}
