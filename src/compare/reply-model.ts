import type { Evasion } from '../types.js'

/**
 * Weights of the reply's features for clear reply, ambivalent and clear non-reply, on raw values.
 *
 * Source: `recipes/replies.md`: multinomial logistic regression of 29 features on the 1,056 training pairs of CLARITY (Thomas et al.
 * 2024; MIT), cross-validated macro-F1 0.632.
 */
export const CLARITY_WEIGHTS: ReadonlyMap<string, readonly [number, number, number]> = new Map([
  ['c_polar_yn', [0.15, -0.01, -0.15]],
  ['c_yn_only', [0.33, -0.13, -0.2]],
  ['c_repeat', [0.66, -0.42, -0.24]],
  ['c_allmod', [0.3, -0.03, -0.27]],
  ['c_soft', [0.42, -0.25, -0.17]],
  ['c_ov30', [-0.09, -0.05, 0.14]],
  ['c_ovall', [0.08, -0.15, 0.07]],
  ['c_verb', [0.1, -0.11, 0]],
  ['n_short', [-0.4, -0.31, 0.71]],
  ['n_60', [-0.25, -0.39, 0.65]],
  ['n_core', [-0.2, 0.03, 0.17]],
  ['n_dec1', [-0.23, -0.34, 0.57]],
  ['n_ign1', [-0.1, -0.3, 0.4]],
  ['n_ign2s', [-0.22, 0, 0.22]],
  ['any_non', [-0.31, -0.26, 0.58]],
  ['any_clear', [0.17, -0.08, -0.09]],
  ['none', [0.02, 0.18, -0.21]],
  ['n_clear', [0.1, -0.06, -0.04]],
  ['n_non', [-0.11, -0.12, 0.24]],
  ['q_why', [0.06, 0.38, -0.44]],
  ['q_wh', [0, 0.1, -0.1]],
  ['x_decf', [-0.92, 0.29, 0.63]],
  ['x_ignf', [-0.8, -0.08, 0.88]],
  ['x_ovf30', [0.22, -0.39, 0.17]],
  ['x_ovall', [0.22, -0.12, -0.1]],
  ['x_s1', [-0.03, 0.1, -0.07]],
  ['x_turn', [-0.07, 0.04, 0.02]],
  ['x_ynpos', [0.23, -0.01, -0.22]],
  ['x_newent', [0.02, 0.04, -0.05]],
])

export const CLARITY_INTERCEPTS: readonly [number, number, number] = [0.38, 0.1, -0.47]

/** Share of each evasion label within its clarity, in the CLARITY training part. */
export const EVASION_SHARES: Readonly<Record<Evasion, number>> = {
  explicit: 1, // 328 of 328
  implicit: 0.25, // 153 of 624
  general: 0.19, // 116
  partial: 0.05, // 31
  dodging: 0.33, // 205
  deflection: 0.19, // 119
  declining: 0.37, // 38 of 104
  claims_ignorance: 0.35, // 36
  clarification: 0.29, // 30
}
