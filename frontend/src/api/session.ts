import type { User, UserManager } from 'oidc-client-ts'
import { readonly, ref, shallowRef } from 'vue'
import { Problem, problemFrom } from './problem'
import type { Configuration, Me } from './types'

/** Who is signed in, and the way to the identity provider (OpenID Connect, code flow with PKCE). */

const me_ = shallowRef<Me | null>(null)
const expired_ = ref(false)
const configuration_ = shallowRef<Configuration | null>(null)

export const me = readonly(me_)
/** True when the sign-in ran out: what was typed stays in this browser until it is renewed. */
export const isExpired = readonly(expired_)
export const configuration = readonly(configuration_)

export const callbackPath = '/masuk/selesai'

let manager: Promise<UserManager> | undefined
let renewal: Promise<User | null> | undefined

function userManager(): Promise<UserManager> {
  manager ??= startManager().catch((error) => {
    manager = undefined
    throw error
  })
  return manager
}

async function startManager(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore }, settings] = await Promise.all([
    import('oidc-client-ts'),
    fetchConfiguration(),
  ])
  if (settings.localAccounts && new URL(settings.issuer).origin !== location.origin) {
    // Opened under another name of this machine (localhost, 127.0.0.1): accounts live under one of them.
    location.replace(new URL(settings.issuer).origin + location.pathname + location.search)
    return new Promise(() => {})
  }
  const started = new UserManager({
    authority: settings.issuer,
    client_id: settings.clientId,
    redirect_uri: `${location.origin}${callbackPath}`,
    silent_redirect_uri: `${location.origin}${callbackPath}`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    scope: 'openid profile email',
    automaticSilentRenew: true,
    // Tokens live as long as the tab; a new tab signs in again without a question.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  })
  started.events.addUserLoaded(() => {
    expired_.value = false
  })
  return started
}

async function fetchConfiguration(): Promise<Configuration> {
  let response: Response
  try {
    response = await fetch('/api/configuration', { signal: AbortSignal.timeout(15_000) })
  } catch (error) {
    throw new Problem('no-connection', 0, String(error))
  }
  if (!response.ok) {
    const type = response.headers.get('Content-Type')
    throw problemFrom(response.status, type, await response.text())
  }
  configuration_.value = (await response.json()) as Configuration
  return configuration_.value
}

/** The token for the next request; renewed first when it has run out. */
export async function accessToken(): Promise<string | null> {
  const users = await userManager()
  const user = await users.getUser()
  if (!user) return null
  if (!user.expired) return user.access_token
  renewal ??= users.signinSilent().finally(() => (renewal = undefined))
  try {
    return (await renewal)?.access_token ?? user.access_token
  } catch {
    return user.access_token
  }
}

export async function isSignedIn(): Promise<boolean> {
  const user = await (await userManager()).getUser()
  return user !== null && (!user.expired || me_.value !== null)
}

/** Leaves for the identity provider and comes back to the given page. */
export async function signIn(returnTo: string): Promise<void> {
  const users = await userManager()
  await users.clearStaleState()
  await users.signinRedirect({ state: { returnTo } })
}

/** Finishes the sign-in and says which page to go back to. */
export async function finishSignIn(): Promise<string> {
  const users = await userManager()
  const user = await users.signinRedirectCallback()
  const state = user.state as { returnTo?: string } | undefined
  const returnTo = state?.returnTo ?? '/'
  return returnTo.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/'
}

/** The renewal runs in a hidden frame that comes back to the same address. */
export async function finishSilentRenewal(): Promise<void> {
  await (await userManager()).signinSilentCallback()
}

export async function signOut(): Promise<void> {
  const users = await userManager()
  me_.value = null
  try {
    await users.signoutRedirect()
  } catch {
    // A provider without a sign-out page: forgetting the token is what is left to do.
    await users.removeUser()
    location.assign('/')
  }
}

export function signInExpired(): void {
  expired_.value = true
}

export function welcome(person: Me): void {
  me_.value = person
}

export function hasRole(...roles: Me['roles'][number]['role'][]): boolean {
  return me_.value?.roles.some((it) => roles.includes(it.role)) ?? false
}
