import axe from 'axe-core'
import { createApp, nextTick, type App, type Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

/** Mounts a component as the application does, so that tests see what people see. */

let apps: App[] = []

export interface Rendered {
  root: HTMLElement
  router: Router
  unmount(): void
}

export async function render(
  component: Component,
  props: Record<string, unknown> = {},
  options: { path?: string } = {},
): Promise<Rendered> {
  const root = document.createElement('div')
  document.body.append(root)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  await router.push(options.path ?? '/')
  const app = createApp(component, props)
  app.use(router).mount(root)
  apps.push(app)
  await settle()
  return { root, router, unmount: () => app.unmount() }
}

/** Lets promises and the screen come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await new Promise((resolve) => setTimeout(resolve))
    await nextTick()
  }
}

export function cleanUp(): void {
  apps.forEach((app) => app.unmount())
  apps = []
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
}

/** What axe finds; colors and layout need a real browser and are looked at there. */
export async function accessibilityFaults(root: Element = document.body): Promise<string[]> {
  const result = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return result.violations.map(
    (it) => `${it.id}: ${it.help} (${it.nodes.map((node) => node.html).join(' | ')})`,
  )
}

export function buttonNamed(name: string | RegExp, root: ParentNode = document): HTMLButtonElement {
  const found = [...root.querySelectorAll<HTMLButtonElement>('button, a.btn')].find((it) => {
    const text = (it.getAttribute('aria-label') ?? it.textContent ?? '').replace(/\s+/g, ' ').trim()
    return typeof name === 'string' ? text === name : name.test(text)
  })
  if (!found) throw new Error(`No button ${name} in ${document.body.innerHTML}`)
  return found
}

export async function click(element: Element): Promise<void> {
  ;(element as HTMLElement).click()
  await settle()
}

export async function type(element: Element, text: string): Promise<void> {
  const control = element as HTMLInputElement
  control.value = text
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}
