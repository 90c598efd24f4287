// One text in all languages, side by side, each in its own direction and with its own spelling.
const { createClass, h } = window;

export const texts = createClass({
  values() {
    const { value } = this.props;
    return value?.toJS?.() ?? value ?? {};
  },

  write(tag, text) {
    const { [tag]: former, ...others } = this.values();
    this.props.onChange(text === '' ? others : former === undefined ? { ...others, [tag]: text } : { ...this.values(), [tag]: text });
  },

  // Languages of the portal, then those only this text has.
  tongues() {
    const known = this.props.field.get('fields').toJS();
    const others = Object.keys(this.values()).filter((tag) => !known.some(({ name }) => name === tag));
    return [...known, ...others.map((tag) => ({ name: tag, label: tag, dir: 'auto' }))];
  },

  render() {
    const { classNameWrapper, forID } = this.props;
    const each = this.tongues().map((tongue) => this.tongue(tongue));
    return h('div', { id: forID, className: classNameWrapper }, h('div', { className: 'texts' }, each));
  },

  tongue({ name, label, dir }) {
    const text = this.values()[name] ?? '';
    const most = this.props.field.get('max');
    const written = { lang: name, dir, rows: 2, maxLength: most, value: text, 'data-tongue': name, onChange: (event) => this.write(name, event.target.value) };
    return h('label', { key: name, className: 'texts__one' }, h('span', { className: 'texts__tongue' }, label), h('textarea', written));
  },
});
