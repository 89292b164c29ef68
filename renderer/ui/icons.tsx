const paths = {
  add: 'M8 3v10M3 8h10',
  back: 'M10 3 5 8l5 5',
  bell: 'M8 2a4 4 0 0 1 4 4c0 4 1.5 5 1.5 5h-11S4 10 4 6a4 4 0 0 1 4-4M6.5 13.5a1.6 1.6 0 0 0 3 0',
  book: 'M3 3.5A1.5 1.5 0 0 1 4.5 2H13v10H4.5A1.5 1.5 0 0 0 3 13.5zM3 13.5A.5.5 0 0 0 4.5 14H13M6 5h4',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3',
  chart: 'M2.5 13.5h11M4.5 13V9M8 13V4M11.5 13V6.5',
  check: 'm3 8.5 3.2 3.2L13 5',
  close: 'm4 4 8 8M12 4l-8 8',
  cloudOff:
    'M4.5 12a2.7 2.7 0 0 1-.3-5.4M6 4.4A3.6 3.6 0 0 1 11.4 7a2.6 2.6 0 0 1 1.8 4.2M11 12H6M2.5 2.5l11 11',
  cloud: 'M4.5 12a2.7 2.7 0 0 1-.2-5.4 3.7 3.7 0 0 1 7.1.3A2.6 2.6 0 0 1 11.3 12z',
  down: 'm4 6 4 4 4-4',
  edit: 'm3 13 .7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7 11.3 7',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  forward: 'm6 3 5 5-5 5',
  history: 'M2.5 8A5.5 5.5 0 1 0 4 4.2L2.5 5.7M2.5 2.5v3.2h3.2M8 5v3.3l2 1.2',
  home: 'M2.5 7.5 8 3l5.5 4.5M4 6.5v7h8v-7M6.8 13.5v-4h2.4v4',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.3V11M8 5v.1',
  key: 'M5.5 7.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M7.7 8.3 13 3M10.5 5.5l2 2',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  person: 'M8 2.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4',
  people:
    'M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3M1.8 13c.3-2.4 1.9-3.6 4.2-3.6s3.9 1.2 4.2 3.6M10.5 3.2a2.2 2.2 0 0 1 0 4.2M12 9.8c1.3.5 2 1.6 2.2 3.2',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  remove: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 9h5.8l.6-9',
  restore: 'M3 6.5h6.5a3.3 3.3 0 0 1 0 6.6H6M5.8 3.5 3 6.5l2.8 3',
  save: 'M3 3h8l2 2v8H3zM5.5 3v3.5h4.5V3M5.5 13V9.5h5V13',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.2 3.2',
  send: 'M13.5 2.5 2.5 7l4.2 2.3L9 13.5zM6.7 9.3l6.8-6.8',
  settings:
    'M3 4.5h5M11.5 4.5H13M9.7 3a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3M3 11.5h1.5M8 11.5h5M6.2 10a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3',
  shield: 'M8 2 3 4v4c0 3 2 5 5 6 3-1 5-3 5-6V4zM5.7 8l1.7 1.7 3-3.2',
  signOut: 'M9.5 3h-6v10h6M7 8h6.5M11 5.5 13.5 8 11 10.5',
  switch: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  up: 'm4 10 4-4 4 4',
  warning: 'M8 2.5 1.8 13.5h12.4zM8 6.5v3.2M8 11.5v.1',
} as const

export type IconName = keyof typeof paths

/** Decoration beside a word: never announced. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
