SELECT TOP (5) (
  SELECT j.v
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."name"') AS j
) COLLATE Latin1_General_100_BIN2 AS [c0], (
  SELECT j.v
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."born"') AS j
) COLLATE Latin1_General_100_BIN2 AS [c1], (
  SELECT CASE WHEN j.v IS NULL THEN NULL WHEN j.v = N'true' THEN CAST(1 AS bit) WHEN j.v = N'false' THEN CAST(0 AS bit) ELSE CAST(N'?' + j.v AS bit) END
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."alive"') AS j
) AS [c2], (
  SELECT CASE j.[type] WHEN 1 THEN N'"' + STRING_ESCAPE(j.[value], 'json') + N'"' ELSE j.[value] END
  FROM OPENJSON([t0].[data]) AS j
  WHERE j.[key] = N'country'
) COLLATE Latin1_General_100_BIN2 AS [c3], (
  SELECT CASE j.[type] WHEN 1 THEN N'"' + STRING_ESCAPE(j.[value], 'json') + N'"' ELSE j.[value] END
  FROM OPENJSON([t0].[data]) AS j
  WHERE j.[key] = N'books'
) COLLATE Latin1_General_100_BIN2 AS [c4]
FROM [v_author_profile] AS [t0]
ORDER BY CASE WHEN (
  SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
) IS NULL THEN 1 ELSE 0 END, (
  SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
  FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
)
