import { connectionFailed, connectionWorked } from './connection'
import { addressOf } from './client'
import { Problem, problemFrom } from './problem'
import { accessToken, signInExpired } from './session'
import { language } from '../messages/language'

export interface Upload<T> {
  /** Settles with the server's answer, or with a {@link Problem}. */
  done: Promise<{ body: T; alreadyThere: boolean }>
  cancel(): void
}

/** Sends a file as the raw body; XMLHttpRequest because fetch does not tell how much has been sent. */
export function upload<T>(
  path: string,
  query: Record<string, string | undefined>,
  file: Blob,
  onProgress: (sent: number) => void,
): Upload<T> {
  const request = new XMLHttpRequest()
  let cancelled = false
  const done = (async () => {
    const token = await accessToken()
    if (cancelled) throw new Problem('cancelled', 0)
    return new Promise<{ body: T; alreadyThere: boolean }>((resolve, reject) => {
      request.open('POST', addressOf(path, query))
      request.setRequestHeader('Accept', 'application/json, application/problem+json')
      request.setRequestHeader('Accept-Language', language.value)
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      if (token) request.setRequestHeader('Authorization', `Bearer ${token}`)
      request.upload.onprogress = (event) => onProgress(event.loaded)
      request.onabort = () => reject(new Problem('cancelled', 0))
      request.onerror = () => {
        connectionFailed()
        reject(new Problem('no-connection', 0))
      }
      request.onload = () => {
        connectionWorked()
        if (request.status === 401) {
          signInExpired()
          reject(new Problem('sign-in-required', 401))
        } else if (request.status >= 200 && request.status < 300) {
          const alreadyThere = request.getResponseHeader('X-Already-There') === 'true'
          resolve({ body: JSON.parse(request.responseText) as T, alreadyThere })
        } else {
          const type = request.getResponseHeader('Content-Type')
          reject(problemFrom(request.status, type, request.responseText))
        }
      }
      request.send(file)
    })
  })()
  return {
    done,
    cancel() {
      cancelled = true
      request.abort()
    },
  }
}
