SELECT json_build_object('tracks', json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id))
FROM track
WHERE strpos(lower(name), 'love') > 0;
