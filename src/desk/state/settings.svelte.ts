/** What a person has set on this machine; kept in the browser and nowhere else. */
interface Settings {
  theme: 'auto' | 'light' | 'dark'
  /** How they sign their corrections. */
  name: string
}

const KEY = 'onrecord.settings'

function kept(): Settings {
  const settings: Settings = { theme: 'auto', name: '' }
  try {
    return { ...settings, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) }
  } catch {
    // A browser that keeps nothing, or something that is no longer ours.
    return settings
  }
}

/** The settings; changing a member changes the desk. */
export const settings = $state(kept())

/** Keeps the settings and shows them; call it inside an effect. */
export function applySettings(): void {
  const { theme, name } = settings
  document.documentElement.dataset['theme'] = theme
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme, name }))
  } catch {
    // Nothing can be kept here: they hold for this tab.
  }
}
