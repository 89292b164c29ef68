import type { ShotName } from '../../shared/handbook/shots.ts'

/** `npm run handbook` takes the pictures anew; the build packs those that lie here. */
export function pictureOf(name: ShotName): string {
  return new URL(`./shots/${name}.png`, import.meta.url).href
}
