/** The flags that say what a page may take. */
export interface PageLimits {
  /** The most milliseconds that reading a page may take. */
  readonly pageTimeout: number
  /** The most megabytes. */
  readonly pageMemory: number
}

/** The limits as a pool of workers has them. */
export function poolLimits({ pageTimeout, pageMemory }: PageLimits): {
  readonly secondsPerPage: number
  readonly megabytesPerPage: number
} {
  return { secondsPerPage: pageTimeout / 1000, megabytesPerPage: pageMemory }
}
