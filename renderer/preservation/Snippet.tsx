import type { SnippetPart } from '../../shared/preservation/snippet.ts'

/** Running text with the words that were sought marked in it. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  return <>{parts.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : text))}</>
}
