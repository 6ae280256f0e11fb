/** A soft tone of a second or so, and a short shake of a phone that can; where a device can do neither, nothing happens. */
export const softSign = (context: AudioContext | null): void => {
  navigator.vibrate?.(200);
  if (context === null) return;
  const now = context.currentTime;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = 528;
  loudness.gain.setValueAtTime(0, now);
  loudness.gain.linearRampToValueAtTime(0.12, now + 0.1);
  loudness.gain.exponentialRampToValueAtTime(0.001, now + 1.4);
  tone.connect(loudness).connect(context.destination);
  tone.start(now);
  tone.stop(now + 1.5);
};

/** To be made as somebody presses a button, since a browser lets a page be heard from then on only. */
export const openSound = (): AudioContext | null => (typeof AudioContext === 'undefined' ? null : new AudioContext());
