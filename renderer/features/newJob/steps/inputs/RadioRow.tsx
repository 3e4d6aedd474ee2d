import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';

interface RadioRowProps<Value extends string> {
  id: string;
  label: string;
  value: Value;
  /** Value → words. */
  choices: Readonly<Record<Value, string>>;
  describedBy?: string;
  onChange: (value: Value) => void;
}

/** A few choices on one line. */
export function RadioRow<Value extends string>(props: RadioRowProps<Value>) {
  const { id, label, value, choices, describedBy, onChange } = props;
  const entries = Object.entries<string>(choices);
  return (
    <FormControl>
      <FormLabel id={`${id}-label`}>{label}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
        value={value}
        onChange={(_, next) => onChange(next as Value)}
      >
        {entries.map(([choice, words]) => (
          <FormControlLabel key={choice} value={choice} control={<Radio />} label={words} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
