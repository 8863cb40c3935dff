import type { DetailedError, HttpRequest, Upload as TusUpload } from 'tus-js-client'
import { language } from '../messages/language'
import { api } from './client'
import { connectionFailed, connectionWorked } from './connection'
import { Problem, problemFrom, problemOf } from './problem'
import { accessToken, signInExpired } from './session'
import type { Evidence } from './types'

export interface Received {
  evidence: Evidence
  /** The unit had this very file before. */
  alreadyThere: boolean
}

export interface Upload {
  /** Settles with what the file became, or with a {@link Problem}; `cancelled` after pausing. */
  done: Promise<Received>
  /** Stops sending; what has arrived waits on the server. */
  pause(): void
}

export interface Way {
  /** What the server needs to know about the file; see POST /api/uploads. */
  metadata: Record<string, string>
  /** Where an earlier attempt left its bytes. */
  address: string | null
  onAddress(address: string): void
  onProgress(sent: number): void
}

/** One part of the object store: what a proxy that collects whole requests may lose, and no more. */
const chunkSize = 5 * 1024 * 1024
/** A line on which nothing moves for so long is dead, even if nobody has said so. */
const silence = 60_000

const endpoint = '/api/uploads'

/** Sends a file by the tus protocol, from where an earlier attempt has left it. */
export function upload(file: Blob, way: Way): Upload {
  let running: TusUpload | undefined
  let isStopped = false
  let stop: (problem: Problem) => void = () => undefined
  const done = (async () => {
    const { Upload } = await import('tus-js-client')
    const address = await new Promise<string>((resolve, reject) => {
      let watch: ReturnType<typeof setTimeout> | undefined
      const settle = (then: () => void) => {
        clearTimeout(watch)
        then()
      }
      const moved = () => {
        clearTimeout(watch)
        watch = setTimeout(() => {
          connectionFailed()
          stop(new Problem('timed-out', 0))
        }, silence)
      }
      stop = (problem) =>
        settle(() => {
          void running?.abort().catch(() => undefined)
          reject(problem)
        })
      running = new Upload(file, {
        endpoint,
        uploadUrl: way.address,
        metadata: way.metadata,
        chunkSize,
        // The queue knows when the line is back, and keeps addresses itself.
        retryDelays: null,
        storeFingerprintForResuming: false,
        onBeforeRequest: sign,
        onUploadUrlAvailable: () => {
          connectionWorked()
          if (running?.url) way.onAddress(running.url)
        },
        onProgress: (sent) => {
          moved()
          way.onProgress(sent)
        },
        onError: (error) => settle(() => reject(problemFromTus(error))),
        onSuccess: () => settle(() => resolve(running?.url ?? '')),
      })
      if (isStopped) return stop(new Problem('cancelled', 0))
      moved()
      running.start()
    })
    const { body, headers } = await api.withHeaders<Evidence>(`${pathOf(address)}/result`)
    return { evidence: body, alreadyThere: headers.get('X-Already-There') === 'true' }
  })()
  return {
    done,
    pause() {
      isStopped = true
      stop(new Problem('cancelled', 0))
    },
  }
}

/** Tells the server that nothing more will come of an upload; what fails here expires by itself. */
export async function withdraw(address: string): Promise<void> {
  const { Upload } = await import('tus-js-client')
  const retryDelays = [500, 2_000, 6_000]
  await Upload.terminate(address, { retryDelays, onBeforeRequest: sign }).catch(() => undefined)
}

/** Every request carries the token of its moment: an upload may outlive many of them. */
async function sign(request: HttpRequest): Promise<void> {
  const token = await accessToken()
  if (token) request.setHeader('Authorization', `Bearer ${token}`)
  request.setHeader('Accept', 'application/json, application/problem+json')
  request.setHeader('Accept-Language', language.value)
}

function problemFromTus(error: Error | DetailedError): Problem {
  if (!('originalRequest' in error)) return problemOf(error)
  const response = error.originalResponse
  if (!response) {
    connectionFailed()
    return new Problem('no-connection', 0, error.message)
  }
  connectionWorked()
  if (response.getStatus() === 401) {
    signInExpired()
    return new Problem('sign-in-required', 401)
  }
  const type = response.getHeader('Content-Type') ?? null
  return problemFrom(response.getStatus(), type, response.getBody())
}

const pathOf = (address: string) => new URL(address, location.origin).pathname
