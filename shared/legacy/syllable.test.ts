import { expect, it } from 'vitest'
import { syllableCost } from './syllable.ts'

it.each(
  `gì giết giếng giờ già quốc quyển quýt quỳnh quạch huỳnh thuở nghiêng khuỷu loắt choắt xoong đắk yêu yến ủy ỷ ở
   đường người thường thuyền rượu bưởi khuya hoẵng nguệch ĐẠI Việt QUẢNG`.split(/\s+/),
)('%s is a syllable', (word) => {
  expect(syllableCost(word)).not.toBeNull()
})

it.each(
  // Stops take two tones only; ă and â end no syllable; c, g and ng stand before back vowels, k, gh and ngh before front ones.
  `hỏc tàp lich mă câ cì gẹ ngế ghá ngha viẹtẹ đđi fá việtj quư ươ VIệt vIệt misộrables naïve müller straße \uFFFD ă đ · б`.split(
    /\s+/,
  ),
)('%s is none', (word) => {
  expect(syllableCost(word)).toBeNull()
})

it('common words are likelier than rare ones', () => {
  expect(syllableCost('nguyễn')).toBeLessThan(syllableCost('nguệch') ?? 0)
  expect(syllableCost('hoa')).toBeLessThan(syllableCost('hoẵng') ?? 0)
})
