SELECT json_build_object(
    'ints', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'someInts', some_ints) ORDER BY specimen_id) FROM specimen WHERE 0 = ANY (some_ints)),
    'extreme', (SELECT json_agg(json_build_object('someInts', some_ints) ORDER BY specimen_id) FROM specimen WHERE 2147483647 = ANY (some_ints) OR 7 = ANY (some_ints)),
    'within', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'someInts', some_ints) ORDER BY specimen_id) FROM specimen WHERE NOT EXISTS (SELECT FROM unnest(some_ints) n WHERE n NOT IN (1, -1)) AND some_ints IS NOT NULL),
    'formats', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'someFormats', some_formats) ORDER BY specimen_id) FROM specimen WHERE 'AUDIO' = ANY (some_formats) AND 'EBOOK' = ANY (some_formats)),
    'anyFormat', (SELECT json_agg(json_build_object('someFormats', some_formats) ORDER BY specimen_id) FROM specimen WHERE 'HARDCOVER' = ANY (some_formats) AND cardinality(some_formats) > 1),
    'noFormat', (SELECT json_agg(json_build_object('specimenId', specimen_id) ORDER BY specimen_id) FROM specimen WHERE some_formats IS NULL));
