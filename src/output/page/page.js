"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const player = byId("player");
  const sound = byId("sound");
  const place = byId("place");
  const speed = byId("speed");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const length = Number(player.dataset.length);  // of the sound, in milliseconds, as are all times here

  const sentences = [...document.querySelectorAll(".s")];
  const begins = sentences.map((sentence) => Number(sentence.dataset.b));
  const links = [...document.querySelectorAll("nav a")];
  const chapters = links.map((link) => Number(link.dataset.s));  // the first sentence of each

  // --- what the browser keeps, where it may (a page from a file may be refused it) ---
  const kept = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch { /* then nothing is kept */ }
    return null;
  };
  const placeName = `langdu place ${location.pathname} ${length}`;

  // --- where we are ---
  const now = () => Math.round(sound.currentTime * 1000);

  /** The last entry of a rising list that is not above `at`; -1 when all are. */
  const lastFrom = (list, at) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  let sentence = -1;
  let words = [];  // of the sentence
  let wordBegins = [];
  let word = -1;
  let chapter = -1;
  let second = -1;
  let following = true;

  const clock = (ms) => {
    const all = Math.max(0, Math.floor(ms / 1000));
    const two = (number) => String(number).padStart(2, "0");
    const minutes = Math.floor(all / 60) % 60;
    return all < 3600 ? `${minutes}:${two(all % 60)}`
                      : `${Math.floor(all / 3600)}:${two(minutes)}:${two(all % 60)}`;
  };

  const spokenClock = (ms) => {
    const all = Math.floor(ms / 1000);
    return `${Math.floor(all / 60)}分${all % 60}秒`;
  };

  const reveal = (element) => {
    const box = element.getBoundingClientRect();
    const top = Math.max(0, player.getBoundingClientRect().bottom);
    if (box.top >= top && box.bottom <= innerHeight * 0.85) return;
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  };

  const showSentence = (index) => {
    if (index === sentence) return;
    if (sentence >= 0) sentences[sentence].classList.remove("now");
    if (word >= 0) words[word].classList.remove("now");
    sentence = index;
    word = -1;
    words = index < 0 ? [] : [...sentences[index].querySelectorAll(".w")];
    wordBegins = words.map((element) => Number(element.dataset.b));
    if (index < 0) return;
    sentences[index].classList.add("now");
    if (following) reveal(sentences[index]);
  };

  const showWord = (index) => {
    if (index === word) return;
    if (word >= 0) words[word].classList.remove("now");
    if (index >= 0) words[index].classList.add("now");
    word = index;
  };

  const showChapter = (index) => {
    if (index === chapter) return;
    if (chapter >= 0) links[chapter].removeAttribute("aria-current");
    if (index >= 0) links[index].setAttribute("aria-current", "true");
    chapter = index;
  };

  const showTimes = (at) => {
    byId("clock").textContent = clock(at);
    byId("remaining").textContent = clock((length - at) / sound.playbackRate);
    place.value = String(Math.floor(at / 1000));
    // A screen reader would read out every change of what it stands on.
    if (document.activeElement !== place) place.setAttribute("aria-valuetext", spokenClock(at));
  };

  const show = () => {
    const at = now();
    showSentence(lastFrom(begins, at));
    // Behind a sentence, in its pause, no word is spoken.
    const over = sentence >= 0 && at >= Number(sentences[sentence].dataset.e);
    showWord(over ? -1 : lastFrom(wordBegins, at));
    showChapter(lastFrom(chapters, sentence));
    if (Math.floor(at / 1000) === second) return;
    second = Math.floor(at / 1000);
    showTimes(at);
  };

  const frame = () => {
    show();
    if (!sound.paused) requestAnimationFrame(frame);
  };

  // --- what the buttons and keys do ---
  const go = (ms) => {
    sound.currentTime = ms / 1000;
    show();
  };
  const goToSentence = (index) => {
    if (begins.length > 0) go(begins[Math.min(Math.max(index, 0), begins.length - 1)]);
  };
  const toggle = () => {
    if (sound.paused) sound.play().catch(() => { /* the error event says it */ });
    else sound.pause();
  };
  const sentenceBack = () => goToSentence(sentence - 1);
  const sentenceForward = () => goToSentence(sentence + 1);
  /** To the beginning of this chapter; from its first sentence, to the one before. */
  const chapterBack = () => {
    if (chapters.length === 0) return goToSentence(0);
    const atBegin = chapter >= 0 && sentence === chapters[chapter];
    return goToSentence(chapters[Math.max(0, atBegin ? chapter - 1 : chapter)]);
  };
  const chapterForward = () => {
    if (chapter + 1 < chapters.length) goToSentence(chapters[chapter + 1]);
  };

  const speeds = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
  const setSpeed = (value) => {
    sound.defaultPlaybackRate = value;
    sound.playbackRate = value;
    kept("langdu speed", value);
  };
  const stepSpeed = (step) => {
    const at = lastFrom(speeds, sound.playbackRate) + step;
    setSpeed(speeds[Math.min(Math.max(at, 0), speeds.length - 1)]);
  };
  const slower = () => stepSpeed(-1);
  const faster = () => stepSpeed(1);

  const setDark = (dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    byId("dark").setAttribute("aria-pressed", String(dark));
  };

  const fail = () => {
    const file = sound.dataset.file;
    byId("message").textContent = file
      ? `不能播放声音文件“${file}”。请把它放回原来的位置（这个网页旁边），再重新载入网页。文字仍然可以阅读。`
      : "这个浏览器不能播放网页里的声音（AAC）。请更新浏览器，或用别的浏览器打开。文字仍然可以阅读。";
    byId("message").hidden = false;
  };

  // --- buttons ---
  const press = {
    play: toggle,
    "sentence-back": sentenceBack,
    "sentence-forward": sentenceForward,
    "chapter-back": chapterBack,
    "chapter-forward": chapterForward,
    slower,
    faster,
    follow: () => {
      following = !following;
      byId("follow").setAttribute("aria-pressed", String(following));
      if (following && sentence >= 0) reveal(sentences[sentence]);
    },
    dark: () => {
      const dark = byId("dark").getAttribute("aria-pressed") !== "true";
      setDark(dark);
      kept("langdu theme", dark ? "dark" : "light");
    },
  };
  for (const [id, action] of Object.entries(press)) byId(id).addEventListener("click", action);

  place.addEventListener("input", () => {
    go(Number(place.value) * 1000);
    place.setAttribute("aria-valuetext", spokenClock(now()));
  });
  speed.addEventListener("change", () => setSpeed(Number(speed.value)));
  byId("text").addEventListener("click", (event) => {
    const clicked = event.target.closest(".s");
    if (clicked && getSelection().isCollapsed) go(Number(clicked.dataset.b));
  });
  links.forEach((link, index) => link.addEventListener("click", () => goToSentence(chapters[index])));

  // --- keys: never one that the browser, a screen reader or a control has a use for ---
  const keys = {
    " ": toggle,
    ArrowLeft: sentenceBack,
    ArrowRight: sentenceForward,
    ArrowUp: chapterBack,
    ArrowDown: chapterForward,
    "+": faster,
    "=": faster,  // the same key without Shift
    "-": slower,
  };
  document.addEventListener("keydown", (event) => {
    const action = keys[event.key];
    if (!action || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key !== "+")) return;
    if (event.target.closest("input, select, textarea, audio, [contenteditable]")) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    event.preventDefault();
    if (!(event.repeat && action === toggle)) action();
  });

  // --- the sound ---
  sound.addEventListener("play", () => {
    byId("play").textContent = "暂停";
    requestAnimationFrame(frame);
  });
  sound.addEventListener("pause", () => {
    byId("play").textContent = "播放";
    kept(placeName, now());
  });
  for (const name of ["timeupdate", "seeked"]) sound.addEventListener(name, show);
  sound.addEventListener("ratechange", () => {
    speed.value = String(sound.playbackRate);
    showTimes(now());
  });
  sound.addEventListener("error", fail);
  addEventListener("pagehide", () => kept(placeName, sound.ended ? 0 : now()));

  // --- the beginning ---
  sound.controls = false;
  place.max = String(Math.floor(length / 1000));
  for (const value of speeds) speed.add(new Option(`${value} 倍`, String(value)));
  const lastSpeed = Number(kept("langdu speed"));
  setSpeed(speeds.includes(lastSpeed) ? lastSpeed : 1);
  speed.value = String(sound.playbackRate);
  const theme = kept("langdu theme");
  if (theme === "dark" || theme === "light") setDark(theme === "dark");
  else byId("dark").setAttribute("aria-pressed", String(darkness.matches));
  const lastPlace = Number(kept(placeName));
  if (lastPlace > 0 && lastPlace < length) sound.currentTime = lastPlace / 1000;
  player.hidden = false;
  showTimes(now());
  show();
  if (sound.error) fail();
})();
