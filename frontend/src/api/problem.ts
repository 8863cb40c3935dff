/** A refusal of the server (`application/problem+json`), or of the way to it. Screens translate by slug. */
export class Problem extends Error {
  constructor(
    readonly slug: string,
    readonly status: number,
    readonly detail: string = '',
    readonly extras: Record<string, unknown> = {},
  ) {
    super(detail || slug)
    this.name = 'Problem'
  }

  /** True when the request never got an answer: it may be tried again. */
  get isConnection(): boolean {
    return this.slug === 'no-connection' || this.slug === 'timed-out'
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem('unexpected', 0, error instanceof Error ? error.message : String(error))
}

/** Reads a problem document; anything else (a proxy's error page) becomes a problem by its status. */
export function problemFrom(status: number, contentType: string | null, body: string): Problem {
  if (contentType?.includes('json')) {
    try {
      const { type, title, detail, ...extras } = JSON.parse(body) as Record<string, unknown>
      const slug = String(type ?? '').replace(/^.*\/problems\//, '')
      if (slug && slug !== 'about:blank') {
        return new Problem(slug, status, String(detail ?? title ?? ''), extras)
      }
    } catch {
      // Not a problem document after all: the status says enough.
    }
  }
  return new Problem(slugOfStatus(status), status, `HTTP ${status}`)
}

function slugOfStatus(status: number): string {
  const slugs: Record<number, string> = {
    400: 'invalid-request',
    401: 'sign-in-required',
    403: 'not-allowed',
    404: 'not-there',
    409: 'changed-meanwhile',
    412: 'changed-meanwhile',
    413: 'too-large',
    415: 'type-refused',
    502: 'store-unreachable',
    503: 'store-unreachable',
    504: 'timed-out',
    507: 'storage-full',
  }
  return slugs[status] ?? 'unexpected'
}
