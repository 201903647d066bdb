import { random, shuffled } from './library.mjs'

// Softmax regression by AdaGrad with L2, over lists of feature lists; `salts` gives each option's class number.
export function learn(
  m,
  size,
  epochs,
  items,
  unseen,
  { rate = 0.15, l2 = 0.003, nothing = false, seed = 11, quiet = false, least = 1 },
) {
  const w = new Float64Array(size)
  const g2 = new Float64Array(size).fill(1e-2)
  const average = new Float64Array(size)
  const mask = size - 1
  const next = random(seed)
  // Features seen in fewer than `least` examples are left out: they are learnt by heart.
  const seen = new Map()
  const lists = items.map((item) => item.options.map(([features]) => features))
  if (least > 1) {
    for (const options of lists) {
      const once = new Set()
      for (const features of options) for (const h of features) once.add(h)
      for (const h of once) seen.set(h, (seen.get(h) ?? 0) + 1)
    }
    items = items.map((item) => {
      const kept = new Map()
      return {
        ...item,
        options: item.options.map(([features, salt]) => {
          if (!kept.has(features))
            kept.set(
              features,
              features.filter((h) => seen.get(h) >= least),
            )
          return [kept.get(features), salt]
        }),
      }
    })
  }
  let rounds = 0
  // Loss and share of right choices on documents that were not learnt from.
  const judge = (table) => {
    if (unseen.length === 0) return ''
    let loss = 0
    let right = 0
    for (const item of unseen) {
      const scores = item.options.map(([features, salt]) => {
        let sum = 0
        for (const h of features) sum += table[m.mix(h, salt) & mask]
        return sum
      })
      if (nothing) scores.push(0)
      const top = Math.max(...scores)
      const sum = scores.reduce((x, y) => x + Math.exp(y - top), 0)
      const label = item.label < 0 ? scores.length - 1 : item.label
      loss -= scores[label] - top - Math.log(sum)
      if (scores[label] === top) right++
    }
    return `; unseen ${(loss / unseen.length).toFixed(4)}, right ${((100 * right) / unseen.length).toFixed(2)} %`
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    for (const item of shuffled(items, next)) {
      const n = item.options.length
      const scores = new Float64Array(n + (nothing ? 1 : 0))
      for (let k = 0; k < n; k++) {
        const [features, salt] = item.options[k]
        let sum = 0
        for (const h of features) sum += w[m.mix(h, salt) & mask]
        scores[k] = sum
      }
      let top = -Infinity
      for (const s of scores) if (s > top) top = s
      let sum = 0
      for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k] - top)
      for (let k = 0; k < scores.length; k++) scores[k] /= sum
      const label = item.label < 0 ? n : item.label
      loss -= Math.log(scores[label] + 1e-12)
      for (let k = 0; k < n; k++) {
        const delta = scores[k] - (k === label ? 1 : 0)
        if (Math.abs(delta) < 1e-3) continue
        const [features, salt] = item.options[k]
        for (const h of features) {
          const j = m.mix(h, salt) & mask
          const grad = delta + l2 * w[j]
          g2[j] += grad * grad
          w[j] -= (rate * grad) / Math.sqrt(g2[j])
        }
      }
    }
    if (epoch >= epochs / 2) {
      rounds++
      for (let j = 0; j < size; j++) average[j] += w[j]
    }
    if (!quiet) console.log(`  epoch ${epoch + 1}: loss ${(loss / items.length).toFixed(4)}${judge(w)}`)
  }
  const mean = average.map((x) => x / rounds)
  console.log(`  averaged${judge(mean)}`)
  return mean
}

/** As signed bytes, with what a unit is worth. */
export function quantise(w) {
  const sorted = Float64Array.from(w, Math.abs).sort()
  const top = sorted[Math.floor(sorted.length * 0.9995)]
  const scale = top / 31
  return { bytes: Int8Array.from(w, (x) => Math.max(-31, Math.min(31, Math.round(x / scale)))), scale }
}
