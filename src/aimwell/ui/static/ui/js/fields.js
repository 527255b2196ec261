// Reads and writes the fields of a form as {name: [values]}. Passwords, files and hidden fields are never touched.
const SKIP = new Set(["password", "file", "hidden", "submit", "button", "reset"]);

function named(form) {
  return [...form.elements].filter((field) => field.name && !SKIP.has(field.type) && !field.disabled);
}

function gather(form, valuesOf) {
  const found = {};
  for (const field of named(form)) (found[field.name] ??= []).push(...valuesOf(field));
  return found;
}

export function current(form) {
  return gather(form, (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked ? [field.value] : [];
    if (field.type === "select-multiple") return [...field.selectedOptions].map((option) => option.value);
    return [field.value];
  });
}

export function asServed(form) {
  return gather(form, (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.defaultChecked ? [field.value] : [];
    if (field.type === "select-multiple") return [...field.options].filter((o) => o.defaultSelected).map((o) => o.value);
    if (field.type === "select-one") {
      return [([...field.options].find((o) => o.defaultSelected) ?? field.options[0])?.value ?? ""];
    }
    return [field.defaultValue];
  });
}

export function write(form, name, values) {
  const left = [...values];
  for (const field of named(form).filter((one) => one.name === name)) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (field.type === "select-multiple") for (const o of field.options) o.selected = values.includes(o.value);
    else field.value = left.shift() ?? "";
  }
}

export function first(form, name) {
  return named(form).find((field) => field.name === name);
}

export const same = (left, right) => JSON.stringify(left ?? []) === JSON.stringify(right ?? []);
