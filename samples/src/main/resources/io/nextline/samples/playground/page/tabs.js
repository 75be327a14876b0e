// Tabs by the pattern of the ARIA guide: arrows, Home and End move, the chosen one alone is in the tab order.

import {$} from './dom.js';

export class Tabs {
  constructor(list, onChoice) {
    this.all = [...list.querySelectorAll('[role=tab]')];
    this.onChoice = onChoice;
    for (const tab of this.all) {
      tab.addEventListener('click', () => onChoice(tab.id.slice(4)));
      tab.addEventListener('keydown', event => this.key(event));
    }
  }

  choose(name) {
    for (const tab of this.all) {
      const chosen = tab.id === `tab-${name}`;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      $(tab.getAttribute('aria-controls')).hidden = !chosen;
    }
  }

  key(event) {
    const at = this.all.indexOf(event.currentTarget);
    const last = this.all.length - 1;
    const to = {ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.all[to].focus();
      this.onChoice(this.all[to].id.slice(4));
    }
  }
}
