import { initials } from './initials.ts'

/** A person's initials beside the name; drawn, not read out. */
export function Avatar({ name }: { name: string }) {
  return <span className="avatar" aria-hidden="true" data-initials={initials(name)} />
}
