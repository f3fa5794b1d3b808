SELECT json_build_object('artists', json_agg(json_build_object('name', name, 'artistId', artist_id) ORDER BY artist_id))
FROM (SELECT * FROM artist ORDER BY artist_id LIMIT 7 OFFSET 13) a;
