/** The regions that teams are made of. */
export const regions = [
  'europe',
  'north_america',
  'latin_america',
  'middle_east',
  'africa',
  'south_asia',
  'southeast_asia',
  'east_asia',
  'oceania',
  'cis',
] as const;
export type Region = (typeof regions)[number];

/** ISO 3166-1 alpha-2 → region. By how trade is organised: Turkey and Israel with the Middle East, Egypt too; the Maghreb with Africa. */
const members: Readonly<Record<Region, string>> = {
  europe:
    'AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC ME MK MT NL NO PL PT RO RS SE SI SJ SK SM UA VA XK',
  north_america: 'BM CA GL PM US UM',
  latin_america:
    'AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  middle_east: 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  south_asia: 'AF BD BT IN IO LK MV NP PK',
  southeast_asia: 'BN ID KH LA MM MY PH SG TH TL VN',
  east_asia: 'CN HK JP KP KR MN MO TW',
  oceania: 'AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS',
  cis: 'AM AZ BY GE KG KZ MD RU TJ TM UZ',
};

const regionByCountry = /* @__PURE__ */ new Map<string, Region>(
  /* @__PURE__ */ regions.flatMap((region) =>
    members[region].split(' ').map((country): [string, Region] => [country, region]),
  ),
);

/** Countries and territories that are known here (ISO 3166-1 alpha-2). */
export const knownCountries: readonly string[] = /* @__PURE__ */ Array.from(/* @__PURE__ */ regionByCountry.keys());

/** Region of a country, or null for an unknown code. */
export function regionOf(country: string): Region | null {
  return regionByCountry.get(country.toUpperCase()) ?? null;
}
