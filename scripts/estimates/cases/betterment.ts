import { derived } from '../../ledger/figures/derived.ts'
import { rate } from '../../ledger/formulas/rate.ts'

/** Betterment: what the voice robot’s hours mean for one courier. */
export const betterment = [
  derived({
    id: 'cases.courierVoiceRobot.timeSavedPerCourier',
    label: { zh: '每名快递员一天节省的通话时间', en: 'Talking time saved per courier and day' },
    unit: 'hour',
    per: 'person',
    scope: { period: '2018', entity: 'china' },
    digits: 2,
    formula: rate,
    of: { amount: 'cases.courierVoiceRobot.hoursSavedPerDay', base: 'cases.courierVoiceRobot.couriers' },
  }),
  derived({
    id: 'cases.courierVoiceRobot.callsPerCourier',
    label: { zh: '高峰日每名快递员分到的机器人电话', en: 'Robot calls per courier on a peak day' },
    unit: 'count',
    per: 'person',
    scope: { period: '2018', entity: 'china' },
    digits: 1,
    formula: rate,
    of: { amount: 'cases.courierVoiceRobot.callsPerPeakDay', base: 'cases.courierVoiceRobot.couriers' },
    note: { zh: '分子是机器人实际拨打的电话，分母是全国快递员。', en: 'Calls that the robot made over all couriers in China.' },
  }),
  derived({
    id: 'cases.courierVoiceRobot.timeSavedPerCall',
    label: { zh: '若节省的时间都来自高峰日的电话，每通所省', en: 'Time saved per call, if the peak day’s calls saved all the hours' },
    unit: 'hour',
    scope: { period: '2018', entity: 'china' },
    digits: 2,
    formula: rate,
    of: { amount: 'cases.courierVoiceRobot.hoursSavedPerDay', base: 'cases.courierVoiceRobot.callsPerPeakDay' },
    note: {
      zh: '节省的小时以人人使用为前提，电话数是实际用量，两者口径不同；一通派件电话省不出这么久，可见两数不能相除。',
      en: 'The hours suppose that everyone uses the robot, the calls are those made. No delivery call saves so much, which shows that the two do not go together.',
    },
  }),
]
