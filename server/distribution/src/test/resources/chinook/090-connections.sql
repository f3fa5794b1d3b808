WITH t AS (SELECT t.track_id, t.milliseconds, a.title, row_number() OVER (ORDER BY a.title COLLATE "C", t.milliseconds DESC, t.track_id) AS place, count(*) OVER () AS total
    FROM track t JOIN album a USING (album_id) WHERE t.milliseconds > 300000),
c AS (SELECT *, row_number() OVER (ORDER BY company COLLATE "C" DESC NULLS LAST, customer_id DESC) AS place FROM customer)
SELECT json_build_object(
    'tracksConnection', (SELECT json_build_object('totalCount', max(total), 'nodes', json_agg(json_build_object('trackId', track_id, 'milliseconds', milliseconds, 'album', json_build_object('title', title)) ORDER BY place),
        'pageInfo', '{"hasNextPage": true, "hasPreviousPage": false}'::json) FROM t WHERE place <= 5),
    'back', (SELECT json_build_object('edges', json_agg(json_build_object('node', json_build_object('customerId', customer_id, 'company', company)) ORDER BY place DESC),
        'pageInfo', '{"hasNextPage": false, "hasPreviousPage": true}'::json) FROM c WHERE place <= 4));
