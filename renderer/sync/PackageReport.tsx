import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { WordAt } from '../../shared/texts.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import type { Output } from '../app/operation-types.ts'
import { usePeriodName } from '../reports/index.ts'
import { Figure } from '../ui/Figure.tsx'
import { Hash } from '../ui/Hash.tsx'
import { Icon } from '../ui/icons.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'

type Props = { verdict: Output<'sync.verifyPackage'>; fileName: string }

export function PackageReport({ verdict, fileName }: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const { payload, hash, keyFingerprint, isOurs } = verdict
  const { library } = payload
  const fact = (key: WordAt<'sync.check'>) => ({ key, label: t(`sync.check.${key}`) })
  return (
    <>
      <div className="notice good">
        <Icon name="shield" />
        <div className="text">
          <strong>{t('sync.check.isWhole')}</strong>
          <div>{t(isOurs ? 'sync.check.isOurs' : 'sync.check.isForeign')}</div>
        </div>
      </div>
      <PropertyList
        isNarrow
        properties={[
          { ...fact('file'), value: fileName },
          { ...fact('library'), value: `${library.name} (${library.code})` },
          {
            ...fact('period'),
            value: t('sync.check.revision', {
              period: periodName(payload.period.period),
              revision: payload.revision,
            }),
          },
          {
            ...fact('signed'),
            value: `${t(`sync.check.roles.${payload.signerRole}`)} · ${displayInstant(payload.signedAt)}`,
          },
        ]}
      />
      <PackageFigures figures={payload.figures} />
      <PropertyList
        isNarrow
        properties={[
          { ...fact('hash'), value: <Hash isWhole value={hash} /> },
          { ...fact('keyFingerprint'), value: <Hash isWhole value={keyFingerprint} /> },
          { ...fact('journal'), value: payload.journalHead.position },
          { ...fact('version'), value: payload.appVersion },
        ]}
      />
    </>
  )
}

function PackageFigures({ figures }: { figures: Props['verdict']['payload']['figures'] }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('indicators.columns.code')}</th>
          <th scope="col">{t('indicators.columns.name')}</th>
          <th scope="col" className="end">
            {t('indicators.columns.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.code}>
            <td className="nowrap">{figure.code}</td>
            <td>{texts.name(figure.code)}</td>
            <td className="end nowrap">
              <Figure {...figure} isOfficial label={texts.name(figure.code)} unit={texts.unit(figure.code)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
