SELECT json_build_object('tracks', json_agg(json_build_object('trackId', track_id, 'name', name) ORDER BY track_id))
FROM track
WHERE left(name, 1) = 'S' AND strpos(name, 'un') > 0 AND name <> 'Sun' AND right(name, 3) <> 'day';
