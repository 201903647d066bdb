/** The address where it is one that a program can use as it is; else null. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"{}|\\^`\u0000-\u001f\u007f-\u{10ffff}]+$/u.test(url) ? url : null
}

/** The language where it has the form of a BCP 47 tag; else null. */
export function languageOf(language: string | null): string | null {
  return language !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language) ? language : null
}

/** A name for a part of a record that is one everywhere: `urn:onrecord:statement:…`. */
export function urnOf(
  kind: 'page' | 'record' | 'reading' | 'speaker' | 'statement',
  ...ids: readonly string[]
): string {
  // encodeURIComponent throws at lone surrogates.
  return ['urn:onrecord', kind, ...ids.map((id) => encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd')))].join(':')
}
