import type { ReactNode } from 'react'
import type { Block, Handbook } from '../../shared/handbook/chapter.ts'
import { shotSize } from '../../shared/handbook/shots.ts'
import { Icon } from '../ui/icons.tsx'
import { pictureOf } from './picture.ts'
import { Words } from './Words.tsx'

export function BlockView({ block, handbook }: { block: Block; handbook: Handbook }) {
  const say = (text: string, key?: number): ReactNode => <Words key={key} {...{ text, handbook }} />
  const items = (texts: readonly string[]) => texts.map((text, at) => <li key={at}>{say(text)}</li>)
  switch (block.kind) {
    case 'text':
      return <p>{say(block.text)}</p>
    case 'steps':
      return <ol>{items(block.items)}</ol>
    case 'list':
      return <ul>{items(block.items)}</ul>
    case 'note':
      return (
        <p className="handbook-note">
          <Icon name="info" />
          <span>{say(block.text)}</span>
        </p>
      )
    case 'table':
      return (
        <table className="plain-table">
          <thead>
            <tr>
              {block.head.map((text) => (
                <th key={text} scope="col">
                  {say(text)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row[0]}>
                {row.map((text, at) => (
                  <td key={at}>{say(text)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'shot':
      return (
        <figure className="handbook-shot">
          <img src={pictureOf(block.name)} alt="" {...shotSize} />
          <figcaption>{say(block.caption)}</figcaption>
        </figure>
      )
  }
}
