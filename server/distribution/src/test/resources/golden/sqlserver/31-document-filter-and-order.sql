SELECT (
  SELECT j.v
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."name"') AS j
) COLLATE Latin1_General_100_BIN2 AS [c0], (
  SELECT j.v
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."email"') AS j
) COLLATE Latin1_General_100_BIN2 AS [c1]
FROM [v_author_profile] AS [t0]
WHERE ((LEFT((
  SELECT j.v
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."name"') AS j
) COLLATE Latin1_General_100_BIN2, DATALENGTH(?) / 2) + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.') AND (
  SELECT CASE j.[type] WHEN 1 THEN N'"' + STRING_ESCAPE(j.[value], 'json') + N'"' ELSE j.[value] END
  FROM OPENJSON([t0].[data]) AS j
  WHERE j.[key] = N'country'
) IS NOT NULL AND CAST((
  SELECT j.v
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."country"."code"') AS j
) AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.')
ORDER BY CASE WHEN (
  SELECT CAST(j.v AS date)
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."born"') AS j
) IS NULL THEN 0 ELSE 1 END, (
  SELECT CAST(j.v AS date)
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."born"') AS j
) DESC, CASE WHEN (
  SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
) IS NULL THEN 1 ELSE 0 END, (
  SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
)
