(() => {
  'use strict';
  const page = document.getElementById('page'), form = document.getElementById('form'), said = document.getElementById('said'), go = document.getElementById('go');
  const local = page.dataset.local === 'true', shows = page.dataset.purpose === 'show';
  const say = (sentence, wrong) => { said.className = wrong ? 'wrong' : ''; said.textContent = sentence; };

  // Teams answers questions from a page in its frame; only its own windows are believed.
  const hosts = /^https:\/\/(?:[a-z0-9-]+\.)*(?:teams\.microsoft\.com|teams\.microsoft\.us|teams\.cloud\.microsoft|cloud\.microsoft|office\.com|office365\.com|microsoft365\.com)$/;
  let asked = 0;
  const phone = window.nativeInterface; // on a phone Teams shows a page without a frame around it
  const ask = (func, args) => new Promise((resolve, reject) => {
    const id = asked++, request = { id, func, args, timestamp: Date.now() };
    const answered = event => {
      if (!phone && (event.source !== window.parent || !hosts.test(event.origin)) || !event.data || event.data.id !== id) return;
      window.removeEventListener('message', answered);
      resolve(event.data.args || []);
    };
    setTimeout(() => { window.removeEventListener('message', answered); reject(new Error('no answer')); }, 10000);
    if (phone) {
      window.onNativeMessage = answered;
      phone.framelessPostMessage(JSON.stringify(request));
    } else {
      window.addEventListener('message', answered);
      window.parent.postMessage(request, '*');
    }
  });
  let ready = null;
  const token = async () => {
    if (!phone && window.parent === window) throw new Error('not in Teams');
    await (ready = ready || ask('initialize', ['2.0.0']));
    const [fine, result] = await ask('authentication.getAuthToken', []);
    if (!fine) throw new Error('refused');
    return result;
  };

  const send = async body => {
    const headers = { 'Content-Type': 'application/json', 'X-PolicyBot': 'page' };
    if (!local) headers.Authorization = 'Bearer ' + await token();
    const response = await fetch(location.pathname, { method: 'POST', headers, body: JSON.stringify(body), cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
    return { fine: response.ok, again: [400, 401, 429].includes(response.status), ...await response.json() };
  };

  const show = value => {
    const shown = document.getElementById('shown'), box = document.getElementById('value'), left = document.getElementById('left');
    let seconds = 60;
    box.textContent = value;
    shown.hidden = false;
    box.focus();
    const copy = () => navigator.clipboard.writeText(box.textContent).then(() => say('Copied. Paste it where you sign in.'), () => say('Please mark it and copy it yourself.', true));
    const count = () => { left.textContent = 'Hidden in ' + seconds + ' s'; if (seconds-- <= 0) hide(); };
    const away = () => { if (document.visibilityState === 'hidden') hide(); };
    const hide = () => {
      clearInterval(clock);
      box.textContent = '';
      shown.remove();
      window.removeEventListener('blur', hide);
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', away);
      say('Hidden. It is not shown again. Change it where it is used, and put the new one into the vault from your chat with PolicyBot.');
    };
    const clock = setInterval(count, 1000);
    count();
    document.getElementById('copy').addEventListener('click', copy);
    document.getElementById('hide').addEventListener('click', hide);
    window.addEventListener('blur', hide);
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', away);
  };

  const secret = document.getElementById('secret'), code = document.getElementById('code'), see = document.getElementById('see');
  if (see) see.addEventListener('change', () => secret.classList.toggle('masked', !see.checked));
  window.addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (code && !code.value.trim()) { say('Please type the code from your chat.', true); code.focus(); return; }
    if (secret && !secret.value.trim()) { say('Please type the sign-in details.', true); secret.focus(); return; }
    go.disabled = true;
    say('One moment …');
    let answer;
    try {
      answer = await send({ code: code ? code.value : null, secret: secret ? secret.value : null });
    } catch {
      say(local ? 'The bot did not answer. Please ask for a new code in your chat and try again.' : 'Please open this page from your chat in Teams, and try again.', true);
      go.disabled = false;
      return;
    }
    say(answer.sentence, !answer.fine);
    if (answer.fine || !answer.again) form.remove(); else go.disabled = false;
    if (secret && answer.fine) secret.value = '';
    if (code) code.value = '';
    if (shows && answer.fine && typeof answer.value === 'string') { show(answer.value); answer.value = null; }
  });
})();
