import { useTranslation } from 'react-i18next'
import { stageKinds, type StageKind } from '../../shared/digitization/rules.ts'
import { roles, type Role } from '../../shared/users/rules.ts'
import { RowOrder } from '../ui/RowOrder.tsx'

export type StageRow = { key: number; kind: StageKind; name: string; role: Role | null }

/** The customary stage after the last one there. */
export function blankStage(
  stages: readonly StageRow[],
  nameOf: (kind: StageKind) => string,
): Omit<StageRow, 'key'> {
  const last = stages.at(-1)
  const at = last ? stageKinds.indexOf(last.kind) + 1 : 0
  const kind = stageKinds[at] ?? 'preserve'
  return { kind, name: nameOf(kind), role: null }
}

type Props = { stages: StageRow[]; onChange: (stages: StageRow[]) => void }

/** Stages in their order, each with its name, the kind of work it is, and who does it. */
export function StageRows({ stages, onChange }: Props) {
  const { t } = useTranslation()
  const put = (key: number, change: Partial<StageRow>) =>
    onChange(stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage)))
  return (
    <table className="plain-table stage-rows">
      <thead>
        <tr>
          <th scope="col">{t('digitization.templates.number')}</th>
          <th scope="col">{t('digitization.templates.stageName')}</th>
          <th scope="col">{t('digitization.templates.kind')}</th>
          <th scope="col">{t('digitization.templates.role')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, at) => (
          <tr key={stage.key}>
            <td>{at + 1}</td>
            <td>
              <input
                className="input"
                aria-label={`${t('digitization.templates.stageName')} ${at + 1}`}
                maxLength={100}
                value={stage.name}
                onChange={(event) => put(stage.key, { name: event.target.value })}
              />
            </td>
            <td>
              <select
                className="input"
                aria-label={`${t('digitization.templates.kind')} ${at + 1}`}
                value={stage.kind}
                onChange={(event) =>
                  put(stage.key, {
                    kind: stageKinds.find((each) => each === event.target.value) ?? stage.kind,
                  })
                }
              >
                {stageKinds.map((each) => (
                  <option key={each} value={each}>
                    {t(`digitization.kinds.${each}`)}
                  </option>
                ))}
              </select>
            </td>
            <td>
              <select
                className="input"
                aria-label={`${t('digitization.templates.role')} ${at + 1}`}
                value={stage.role ?? ''}
                onChange={(event) =>
                  put(stage.key, { role: roles.find((each) => each === event.target.value) ?? null })
                }
              >
                <option value="">{t('digitization.templates.anyRole')}</option>
                {roles
                  .filter((each) => ['digitizer', 'cataloguer', 'administrator'].includes(each))
                  .map((each) => (
                    <option key={each} value={each}>
                      {t(`users.roles.${each}`)}
                    </option>
                  ))}
              </select>
            </td>
            <td className="stage-acts">
              <RowOrder
                rows={stages}
                at={at}
                labels={{
                  up: t('digitization.templates.up'),
                  down: t('digitization.templates.down'),
                  remove: t('digitization.templates.remove'),
                }}
                onChange={onChange}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
