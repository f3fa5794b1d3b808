SELECT json_build_object(
    'percent', (SELECT json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id) FROM track WHERE strpos(name, '%') > 0),
    'backslash', (SELECT json_agg(json_build_object('trackId', track_id) ORDER BY track_id) FROM track WHERE strpos(name, E'\\ I') > 0),
    'underscore', (SELECT coalesce(json_agg(json_build_object('trackId', track_id) ORDER BY track_id), '[]') FROM track WHERE strpos(name, '_') > 0));
