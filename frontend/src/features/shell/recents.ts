const key = 'pulso.recent';
const most = 4;

/** The commands that were last chosen on this device, the latest first. */
export function recents(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  // Nobody logs out again and again.
  if (id === 'logout') return;
  try {
    localStorage.setItem(key, JSON.stringify([id, ...recents().filter((one) => one !== id)].slice(0, most)));
  } catch {
    // The order stays as it is.
  }
}
