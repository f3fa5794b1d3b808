WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY artist_id ORDER BY title COLLATE "C" DESC, album_id) AS place FROM album),
ends AS (SELECT *, row_number() OVER (PARTITION BY album_id ORDER BY track_id DESC) AS place FROM track)
SELECT json_build_object('artists', json_agg(json_build_object('name', r.name, 'albumsConnection', json_build_object(
    'totalCount', (SELECT count(*) FROM album a WHERE a.artist_id = r.artist_id),
    'nodes', (SELECT coalesce(json_agg(json_build_object('title', a.title, 'tracksConnection', json_build_object('nodes',
        (SELECT coalesce(json_agg(json_build_object('name', t.name) ORDER BY t.track_id), '[]') FROM ends t WHERE t.album_id = a.album_id AND t.place <= 2)))), '[]')
        FROM ranked a WHERE a.artist_id = r.artist_id AND a.place = 1),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 1 FROM album a WHERE a.artist_id = r.artist_id)))) ORDER BY r.artist_id))
FROM (SELECT * FROM artist WHERE name LIKE 'A%' ORDER BY artist_id LIMIT 8) r;
