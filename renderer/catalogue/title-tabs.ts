import type { Title } from '../../shared/catalogue/contract.ts'

const titleTabs = ['record', 'marc', 'copies', 'issues', 'articles', 'classes', 'links', 'history'] as const
export type TitleTab = (typeof titleTabs)[number]

/** What there can be to see of a title: only serials come in issues, nothing stands inside an article. */
export function tabsOf({ material, url }: Pick<Title, 'material' | 'url'>): TitleTab[] {
  return titleTabs.filter((tab) => {
    if (tab === 'issues') return material === 'serial'
    if (tab === 'articles') return material !== 'article' && material !== 'link'
    if (tab === 'copies') return material !== 'article' && material !== 'link'
    return tab !== 'links' || url !== ''
  })
}

export function tabAt(tabs: readonly TitleTab[], written: string | undefined): TitleTab {
  return tabs.find((tab) => tab === written) ?? 'record'
}
