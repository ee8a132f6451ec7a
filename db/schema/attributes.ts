interface Values {
  workspace_id: string;
  holder_id: string;
  attribute_id: string;
  value: string;
  /** By `nameKey`: spellings that are one value. */
  value_key: string;
}

export interface AttributeTables {
  attribute: {
    workspace_id: string;
    id: string;
    about: 'person' | 'account';
    name: string;
    name_key: string;
    created_at: number;
  };
  person_attribute: Values;
  account_attribute: Values;
}
