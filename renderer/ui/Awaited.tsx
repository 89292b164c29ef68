/** In the place of what is still being counted. */
export function Awaited() {
  return <span className="awaited" aria-hidden />
}
