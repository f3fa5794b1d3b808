SELECT json_build_object('tracks', json_agg(json_build_object('trackId', track_id, 'genreId', genre_id, 'milliseconds', milliseconds) ORDER BY track_id))
FROM track
WHERE genre_id IN (2, 6) AND milliseconds BETWEEN 200000 AND 500000 AND media_type_id = 1;
