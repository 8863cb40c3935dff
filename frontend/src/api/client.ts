import { connectionFailed, connectionWorked } from './connection'
import { Problem, problemFrom } from './problem'
import { accessToken, signInExpired } from './session'
import { language } from '../messages/language'

export interface Options {
  query?: Record<string, string | number | boolean | null | undefined>
  /** Sent as JSON; a file is sent as it is, under its own type. */
  body?: unknown
  /** The revision that the change starts from; sent as If-Match. */
  revision?: number | string
  signal?: AbortSignal
  timeout?: number
  /** What the answer may be; JSON unless a file is asked for. */
  accept?: string
}

export interface Answer<T> {
  body: T
  headers: Headers
}

const readTimeout = 30_000
const writeTimeout = 60_000
/** A read that failed on the way is tried again after these pauses. */
const pauses = [400, 1_600]

/** Sends one request and gives the parsed answer; throws a {@link Problem} for everything else. */
async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const attempts = method === 'GET' ? pauses.length + 1 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce<T>(method, path, options)
    } catch (error) {
      const again =
        error instanceof Problem && (error.isConnection || error.slug === 'store-unreachable')
      if (!again || attempt >= attempts || options.signal?.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pauses[attempt - 1]))
    }
  }
}

async function sendOnce<T>(method: string, path: string, options: Options): Promise<T> {
  return (await answerTo<T>(method, path, options)).body
}

async function answerTo<T>(method: string, path: string, options: Options): Promise<Answer<T>> {
  const response = await reach(method, path, options)
  if (response.status === 401) {
    signInExpired()
    throw new Problem('sign-in-required', 401)
  }
  const text = await response.text()
  const contentType = response.headers.get('Content-Type')
  if (!response.ok) throw problemFrom(response.status, contentType, text)
  if (!text) return { body: undefined as T, headers: response.headers }
  if (!contentType?.includes('json')) throw new Problem('unexpected', response.status, 'not JSON')
  return { body: JSON.parse(text) as T, headers: response.headers }
}

async function reach(method: string, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: `${options.accept ?? 'application/json'}, application/problem+json`,
    'Accept-Language': language.value,
  }
  const token = await accessToken()
  if (token) headers.Authorization = `Bearer ${token}`
  if (options.revision !== undefined) headers['If-Match'] = `"${options.revision}"`
  const file = options.body instanceof Blob ? options.body : undefined
  if (options.body !== undefined) headers['Content-Type'] = file?.type || 'application/json'

  const limit = options.timeout ?? (method === 'GET' ? readTimeout : writeTimeout)
  const clock = AbortSignal.timeout(limit)
  const signal = options.signal ? AbortSignal.any([options.signal, clock]) : clock
  try {
    const response = await fetch(addressOf(path, options.query), {
      method,
      headers,
      body: options.body === undefined ? undefined : (file ?? JSON.stringify(options.body)),
      signal,
      cache: 'no-store',
      credentials: 'omit',
    })
    connectionWorked()
    return response
  } catch (error) {
    if (options.signal?.aborted) throw error
    connectionFailed()
    throw new Problem(clock.aborted ? 'timed-out' : 'no-connection', 0, String(error))
  }
}

export function addressOf(path: string, query: Options['query'] = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  const address = path.startsWith('/api') ? path : `/api${path}`
  return given.length ? `${address}?${search}` : address
}

export const api = {
  get: <T>(path: string, options?: Options) => send<T>('GET', path, options),
  post: <T>(path: string, body?: unknown, options?: Options) =>
    send<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body?: unknown, options?: Options) =>
    send<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body?: unknown, options?: Options) =>
    send<T>('PATCH', path, { ...options, body }),
  delete: <T>(path: string, options?: Options) => send<T>('DELETE', path, options),

  /** For the few answers whose headers tell something. */
  withHeaders: <T>(path: string) => answerTo<T>('GET', path, {}),

  /** Fetches a file with the caller's token. */
  async blob(path: string, signal?: AbortSignal): Promise<Blob> {
    const response = await reach('GET', path, { signal, timeout: 300_000, accept: '*/*' })
    if (response.status === 401) signInExpired()
    if (!response.ok) {
      throw problemFrom(
        response.status,
        response.headers.get('Content-Type'),
        await response.text(),
      )
    }
    return response.blob()
  },

  /** Every page of a list, one after the other. */
  async all<T>(path: string, options: Options = {}): Promise<T[]> {
    const items: T[] = []
    let cursor: string | null = null
    do {
      const page: { items: T[]; next: string | null } = await send('GET', path, {
        ...options,
        query: { limit: 200, ...options.query, cursor },
      })
      items.push(...page.items)
      cursor = page.next
    } while (cursor)
    return items
  },
}

/** Opens a short-lived address the server made for this person, so that the browser saves the file. */
export async function download(ticketPath: string, body?: unknown): Promise<void> {
  const ticket = await api.post<{ url: string }>(ticketPath, body)
  follow(ticket.url, '')
}

/** Fetches a small file with the caller's token and lets the browser save it under a name. */
export async function saveFile(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await api.blob(path))
  follow(address, name)
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function follow(address: string, name: string) {
  const link = document.createElement('a')
  link.href = address
  link.rel = 'noopener'
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
