import type { IsoDate } from '../dates.ts'

export const shipmentStates = ['preparing', 'sent', 'there', 'closed'] as const
export type ShipmentState = (typeof shipmentStates)[number]
type ShipmentDays = { sentOn: IsoDate | null; arrivedOn: IsoDate | null; closedOn: IsoDate | null }

/** Where a shipment stands at the end of a day. */
export function shipmentStateOn({ sentOn, arrivedOn, closedOn }: ShipmentDays, day: IsoDate): ShipmentState {
  if (closedOn !== null && closedOn <= day) return 'closed'
  if (arrivedOn !== null && arrivedOn <= day) return 'there'
  return sentOn !== null && sentOn <= day ? 'sent' : 'preparing'
}

/** Gone out, not back yet, and past the day it was to come back. */
export function isOverdue(shipment: ShipmentDays & { dueOn: IsoDate | null }, day: IsoDate): boolean {
  const state = shipmentStateOn(shipment, day)
  return (state === 'sent' || state === 'there') && shipment.dueOn !== null && shipment.dueOn < day
}

const codeMark = 'KSLC'
const codeDigits = 6

/** What stands in the square on a packing list. */
export function shipmentCode(id: number): string {
  return `${codeMark}${String(id).padStart(codeDigits, '0')}`
}

/** The shipment that a code names; null where it names none. */
export function readShipmentCode(text: string): number | null {
  const match = /^KSLC0*([1-9]\d{0,11})$/.exec(text.trim().toUpperCase())
  return match ? Number(match[1]) : null
}

type Session = { children: number | null; adults: number | null }

/** Null where nobody counted. */
export function sessionReaders({ children, adults }: Session): number | null {
  return children === null && adults === null ? null : (children ?? 0) + (adults ?? 0)
}

export const rotationMeasures = [
  'rotation.shipments',
  'rotation.copies',
  'rotation.points',
  'rotation.sessions',
  'rotation.sessionReaders',
  'rotation.sessionDocuments',
  'rotation.outsideCounted',
  'rotation.outsideMobile',
] as const
export type RotationMeasure = (typeof rotationMeasures)[number]
