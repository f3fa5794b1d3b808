SELECT json_build_object('tracks', json_agg(json_build_object('trackId', track_id, 'unitPrice', unit_price::text, 'genreId', genre_id, 'milliseconds', milliseconds) ORDER BY place))
FROM (SELECT *, row_number() OVER (ORDER BY unit_price DESC, genre_id, milliseconds DESC, track_id) AS place FROM track) t
WHERE place <= 25;
