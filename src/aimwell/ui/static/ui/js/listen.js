// The line of a chart as sound: higher is higher, a missing value is silence, an unusual point has a brighter tone.
const LOWEST = 220; // hertz; two octaves up to 880
const LONGEST = 12; // seconds for a whole chart
const BEAT = 0.22;
const MOST_SILENT = 3;

export function notes(points) {
  const heights = points.map((point) => -Number(point.dataset.y));
  const low = Math.min(...heights);
  const span = Math.max(...heights) - low || 1;
  let beats = 0;
  const found = points.map((point, k) => {
    beats += Math.min(MOST_SILENT, Number(point.dataset.gap ?? 0));
    const pitch = LOWEST * 4 ** ((heights[k] - low) / span);
    return { point, pitch, beat: beats++, wave: point.dataset.signal ? "triangle" : "sine" };
  });
  const length = Math.min(BEAT, LONGEST / Math.max(1, beats));
  return { found, length, seconds: beats * length };
}

// Plays the points; calls `at(point)` as each one sounds and `done()` at the end. Gives back what stops it.
export function play(points, at, done) {
  const sound = new AudioContext();
  const { found, length, seconds } = notes(points);
  const timers = found.map(({ point, pitch, beat, wave }) => {
    tone(sound, pitch, wave, beat * length, length);
    return setTimeout(() => at(point), beat * length * 1000);
  });
  const stop = () => {
    timers.forEach(clearTimeout);
    clearTimeout(end);
    if (sound.state !== "closed") sound.close();
    done();
  };
  const end = setTimeout(stop, seconds * 1000 + 200);
  return stop;
}

function tone(sound, pitch, wave, start, length) {
  const from = sound.currentTime + 0.05 + start;
  const voice = new OscillatorNode(sound, { type: wave, frequency: pitch });
  const loud = new GainNode(sound, { gain: 0 });
  loud.gain.setValueAtTime(0, from);
  loud.gain.linearRampToValueAtTime(0.2, from + length * 0.1);
  loud.gain.linearRampToValueAtTime(0, from + length * 0.9);
  voice.connect(loud).connect(sound.destination);
  voice.start(from);
  voice.stop(from + length);
}
