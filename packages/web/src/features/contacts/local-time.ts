/**
 * The time zones of countries that have only one in daily life, by calling code (ITU-T E.164). Codes that span zones or
 * countries of several (+1, +7, +61 ...) are left out: a wrong hour is worse than none.
 */
const zones: Readonly<Record<string, string>> = {
  '20': 'Africa/Cairo',
  '27': 'Africa/Johannesburg',
  '30': 'Europe/Athens',
  '31': 'Europe/Amsterdam',
  '32': 'Europe/Brussels',
  '33': 'Europe/Paris',
  '36': 'Europe/Budapest',
  '39': 'Europe/Rome',
  '40': 'Europe/Bucharest',
  '41': 'Europe/Zurich',
  '43': 'Europe/Vienna',
  '44': 'Europe/London',
  '45': 'Europe/Copenhagen',
  '46': 'Europe/Stockholm',
  '47': 'Europe/Oslo',
  '48': 'Europe/Warsaw',
  '49': 'Europe/Berlin',
  '57': 'America/Bogota',
  '60': 'Asia/Kuala_Lumpur',
  '63': 'Asia/Manila',
  '65': 'Asia/Singapore',
  '66': 'Asia/Bangkok',
  '81': 'Asia/Tokyo',
  '82': 'Asia/Seoul',
  '84': 'Asia/Ho_Chi_Minh',
  '86': 'Asia/Shanghai',
  '90': 'Europe/Istanbul',
  '91': 'Asia/Kolkata',
  '92': 'Asia/Karachi',
  '94': 'Asia/Colombo',
  '212': 'Africa/Casablanca',
  '216': 'Africa/Tunis',
  '233': 'Africa/Accra',
  '234': 'Africa/Lagos',
  '254': 'Africa/Nairobi',
  '352': 'Europe/Luxembourg',
  '353': 'Europe/Dublin',
  '354': 'Atlantic/Reykjavik',
  '356': 'Europe/Malta',
  '358': 'Europe/Helsinki',
  '359': 'Europe/Sofia',
  '370': 'Europe/Vilnius',
  '371': 'Europe/Riga',
  '372': 'Europe/Tallinn',
  '385': 'Europe/Zagreb',
  '386': 'Europe/Ljubljana',
  '420': 'Europe/Prague',
  '421': 'Europe/Bratislava',
  '852': 'Asia/Hong_Kong',
  '880': 'Asia/Dhaka',
  '886': 'Asia/Taipei',
  '965': 'Asia/Kuwait',
  '966': 'Asia/Riyadh',
  '971': 'Asia/Dubai',
  '972': 'Asia/Jerusalem',
  '974': 'Asia/Qatar',
  '977': 'Asia/Kathmandu',
}

/** Calling codes are prefix-free, so at most one of the three lengths is found. */
export function zoneOf(address: string): string | null {
  const digits = /^\+(\d{7,15})$/.exec(address)?.[1] ?? ''
  for (const length of [1, 2, 3]) {
    const zone = zones[digits.slice(0, length)]
    if (zone !== undefined) return zone
  }
  return null
}

/** "Tue 09:42"; null where the number does not tell. */
export function localTime(address: string, now: number): string | null {
  const zone = zoneOf(address)
  if (zone === null) return null
  const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(now)
}
