import type { WorkUnit } from '../../api/types'

export interface Branch {
  unit: WorkUnit
  /** 0 directly below the institution. */
  depth: number
}

/** Units as a tree in reading order; a unit whose parent is not in the list stands at the top. */
export function asTree(units: readonly WorkUnit[]): Branch[] {
  const known = new Set(units.map((it) => it.id))
  const children = new Map<string | null, WorkUnit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  const branches: Branch[] = []
  function grow(parent: string | null, depth: number): void {
    for (const unit of children.get(parent) ?? []) {
      branches.push({ unit, depth })
      grow(unit.id, depth + 1)
    }
  }
  grow(null, 0)
  return branches
}

/** The units below one, itself included: it cannot move below any of them. */
export function withBelow(units: readonly WorkUnit[], id: string): Set<string> {
  const found = new Set([id])
  for (const { unit } of asTree(units)) {
    if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id)
  }
  return found
}

/** Those that match, with everything above them so that the tree stays whole. */
export function matchingBranches(
  units: readonly WorkUnit[],
  words: string,
  inactiveToo: boolean,
): Branch[] {
  const sought = words.trim().toLocaleLowerCase()
  const byId = new Map(units.map((it) => [it.id, it]))
  const wanted = new Set<string>()
  for (const unit of units) {
    if (!unit.active && !inactiveToo) continue
    const text = `${unit.name} ${unit.shortName} ${unit.kind}`.toLocaleLowerCase()
    if (!text.includes(sought)) continue
    for (let at: WorkUnit | undefined = unit; at && !wanted.has(at.id);) {
      wanted.add(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
  }
  return asTree(units.filter((it) => wanted.has(it.id)))
}

/** A name in a list of choices, moved in by its depth. */
export const indented = ({ unit, depth }: Branch) => `${'  '.repeat(depth)}${unit.name}`
